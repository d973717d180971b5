CREATE TABLE input (line TEXT);
.mode ascii
.separator "\037" "\n"
.import /dev/stdin input
SELECT length(line) FROM input;
WITH RECURSIVE reversed(n, text) AS (
  SELECT 1, substr(line, 1, 1) FROM input
  UNION ALL
  SELECT n + 1, substr(line, n + 1, 1) || text FROM reversed, input WHERE n < length(line)
)
SELECT text FROM reversed ORDER BY n DESC LIMIT 1;
