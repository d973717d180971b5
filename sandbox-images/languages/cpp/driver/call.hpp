
#line 1 "call.hpp"
/* Calls GRADER_ENTRY, a method of Solution or a global function, with what the request says, and writes one line about
 * its value to descriptor 3. Which overload is meant, and what types its parameters have, the compiler finds out: an
 * Argument becomes whatever is wanted. Included behind the candidate. */
#include <unistd.h>

class Solution;

namespace grader {

constexpr std::size_t MOST_ARGUMENTS = 10;

struct Argument {
    const Json *json;
    std::function<std::string()> *later; /* what the value is after the call */

    template <class T>
        requires(!std::is_same_v<std::remove_const_t<T>, Argument>)
    operator T &() const {
        using Value = std::remove_const_t<T>;
        auto *value = new Value(from<Value>(*json));
        *later = [value] {
            std::string out;
            if constexpr (Branched<Value> || Linked<Value>) {
                if (!*value) return std::string("[]");
            }
            put(out, *value);
            return out;
        };
        return *value;
    }
};

/* Depends on S and the arguments, so that what is not there is no error. */
#ifdef GRADER_GLOBAL
template <class S, class... A> auto call(A... a) -> decltype(::GRADER_ENTRY(a...)) { return ::GRADER_ENTRY(a...); }
#else
template <class S, class... A> auto call(A... a) -> decltype(std::declval<S &>().GRADER_ENTRY(a...)) {
    auto *solution = new S();
    return solution->GRADER_ENTRY(a...);
}
#endif

template <std::size_t> using Each = Argument;
template <class S, std::size_t... I> constexpr bool callable(std::index_sequence<I...>) {
    return requires(Each<I>... a) { call<S>(a...); };
}

template <class S, std::size_t... I> std::string called(const std::vector<Json> &given, std::index_sequence<I...>) {
    std::function<std::string()> later[sizeof...(I) + 1];
    using Value = decltype(call<S>(Argument{&given[I], &later[I]}...));
    if constexpr (std::is_void_v<Value>) {
        call<S>(Argument{&given[I], &later[I]}...);
        bool container = !given.empty() && given[0].kind >= Json::LIST;
        return "{\"ok\":null" + (container && later[0] ? ",\"mutated\":" + later[0]() : "") + "}";
    } else {
        decltype(auto) value = call<S>(Argument{&given[I], &later[I]}...);
        using Plain = std::remove_cvref_t<Value>;
        std::string out = "{\"ok\":";
        if constexpr (Branched<Plain> || Linked<Plain>) {
            if (!value) return out + "[]}";
        }
        put(out, static_cast<const Plain &>(value));
        return out + "}";
    }
}

inline std::string error(const char *kind, const std::string &message) {
    std::string out = std::string("{\"error\":\"") + kind + "\",\"message\":";
    quoted(out, message.substr(0, 2000));
    return out + "}";
}

template <class S, std::size_t... N> std::string answer(const std::vector<Json> &given, std::index_sequence<N...>) {
    std::string out;
    bool known = false;
    auto attempt = [&]<std::size_t M>(std::index_sequence<M>) {
        using Arguments = std::make_index_sequence<M>;
        if constexpr (callable<S>(Arguments())) {
            known = true;
            if (given.size() == M) out = called<S>(given, Arguments());
        }
    };
    (attempt(std::index_sequence<N>()), ...);
    if (!out.empty()) return out;
    std::string name = "the function " GRADER_NAME;
    return known ? error("exception", name + " does not take " + std::to_string(given.size()) + " arguments")
                 : error("missing", "there is no public function " GRADER_NAME ", or more than one that fits");
}

inline std::string answer() {
    std::string text;
    char part[65536];
    for (ssize_t n; (n = read(0, part, sizeof part)) > 0;) text.append(part, (std::size_t)n);
    Json request = Reader(text).value();
    std::vector<Json> given;
    for (std::size_t i = 0; i < request.names.size(); i++) {
        if (request.names[i] == "args") given = request.items[i].items;
    }
    try {
        return answer<Solution>(given, std::make_index_sequence<MOST_ARGUMENTS + 1>());
    } catch (const NotJson &e) {
        return error("type", e.why);
    } catch (const std::bad_alloc &) {
        throw; /* how it ended says it all */
    } catch (const std::exception &e) {
        std::cerr << "exception: " << e.what() << std::endl;
        return error("exception", e.what());
    } catch (...) {
        return error("exception", "something that is no std::exception was thrown");
    }
}

} // namespace grader

int main() {
    std::string line = grader::answer() + "\n";
    std::cout.flush();
    std::fflush(nullptr);
    for (std::size_t at = 0; at < line.size();) {
        ssize_t n = write(3, line.data() + at, line.size() - at);
        if (n <= 0) _exit(1);
        at += (std::size_t)n;
    }
    _exit(line.compare(0, 5, "{\"ok\"") == 0 ? 0 : 1);
}
