let points = readLine()!.unicodeScalars
print(points.count)
var reversed = String.UnicodeScalarView()
reversed.append(contentsOf: points.reversed())
print(String(reversed))
