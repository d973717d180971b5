<?php
echo "hello" "world";
