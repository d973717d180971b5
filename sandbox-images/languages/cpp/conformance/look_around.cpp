#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace fs = std::filesystem;

static bool seen = false;

static std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

static void saw(const std::string& what) {
    std::cout << "saw " << what << '\n';
    seen = true;
}

static fs::directory_iterator list(const std::string& folder) {
    std::error_code refused;
    fs::directory_iterator entries(folder, refused);
    return refused ? fs::directory_iterator() : entries;
}

int main() {
    for (auto path : {"/proc/1/environ", "/etc/shadow"}) {
        if (!content(path).empty()) saw(path);
    }
    for (auto folder : {"/home", "/root", "/tmp/grader-work"}) {
        for (auto& entry : list(folder)) saw(entry.path());
    }
    for (auto& entry : list("/proc")) {
        if (!std::isdigit(static_cast<unsigned char>(entry.path().filename().native()[0]))) continue;
        auto environment = content(entry.path() / "environ");
        if (!environment.empty() && environment.find("LANG=C.UTF-8") == std::string::npos) saw(entry.path());
    }
    if (!seen) std::cout << "alone\n";
}
