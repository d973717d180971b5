<?php
$points = preg_split('//u', rtrim(fgets(STDIN), "\n"), -1, PREG_SPLIT_NO_EMPTY);
echo count($points), "\n";
echo implode("", array_reverse($points)), "\n";
