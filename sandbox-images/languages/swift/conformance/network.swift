import Foundation

var to = sockaddr_in()
to.sin_family = sa_family_t(AF_INET)
to.sin_port = UInt16(80).bigEndian
to.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
let fd = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
let connected = withUnsafePointer(to: &to) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        fd >= 0 && connect(fd, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
}
print(connected ? "connected" : "refused")
