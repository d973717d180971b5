
// Tests are run in the order of their names, one at a time: these are the first and the last.
#[cfg(test)]
mod aaaa_grader {
    pub static SECRET: std::sync::Mutex<Vec<u8>> = std::sync::Mutex::new(Vec::new());

    #[test]
    fn begin() {
        std::io::Read::read_to_end(&mut std::io::stdin(), &mut SECRET.lock().unwrap()).unwrap();
    }
}

#[cfg(grader_main)]
mod yyyy_grader {
    #[test]
    fn main() {
        super::main();
    }
}

#[cfg(test)]
mod zzzz_grader {
    #[test]
    fn end() {
        let mut report = unsafe { <std::fs::File as std::os::unix::io::FromRawFd>::from_raw_fd(3) };
        std::io::Write::write_all(&mut report, &super::aaaa_grader::SECRET.lock().unwrap()).unwrap();
    }
}
