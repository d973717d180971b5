<?php
throw new RuntimeException("the reason");
