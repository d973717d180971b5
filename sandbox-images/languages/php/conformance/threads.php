<?php
// Fibers: PHP's own concurrency.
$count = 0;
$fibers = [];
for ($i = 0; $i < 4; $i++) {
    $fibers[] = new Fiber(function () use (&$count) {
        Fiber::suspend();
        $count++;
    });
}
foreach ($fibers as $fiber) {
    $fiber->start();
}
foreach ($fibers as $fiber) {
    $fiber->resume();
}
echo $count, "\n";
