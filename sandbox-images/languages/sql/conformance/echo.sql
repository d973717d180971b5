CREATE TABLE input (line TEXT);
.mode ascii
.separator "\037" "\n"
.import /dev/stdin input
SELECT line FROM input ORDER BY rowid;
