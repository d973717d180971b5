package dev.rlvr.grader.doctor;

import java.util.List;

/** Looks at one part of the machine. */
@FunctionalInterface
public interface Look {

    List<Finding> look() throws InterruptedException;
}
