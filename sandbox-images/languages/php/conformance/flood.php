<?php
$text = str_repeat("flood ", 1000) . "\n";
while (true) {
    echo $text;
}
