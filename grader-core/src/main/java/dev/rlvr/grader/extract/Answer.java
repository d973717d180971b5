package dev.rlvr.grader.extract;

import dev.rlvr.grader.extract.text.AnswerRegion;

/** Code that was found, before it is known whether a better place holds more of what is looked for. */
record Answer(String code, String rule, boolean continuation, boolean complete) {

    static Answer standingAlone(Fragment fragment) {
        return new Answer(fragment.code() + "\n", fragment.rule(), false, fragment.isComplete());
    }

    static Answer continuing(String code, String rule) {
        return new Answer(code, rule + "/continuation", true, true);
    }

    Answer within(AnswerRegion region) {
        return region.rule().isEmpty() ? this : new Answer(code, region.rule() + "/" + rule, continuation, complete);
    }
}
