import Foundation

while case let block = FileHandle.standardInput.availableData, !block.isEmpty {
    FileHandle.standardOutput.write(block)
}
