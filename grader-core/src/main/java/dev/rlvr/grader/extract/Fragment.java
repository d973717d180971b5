package dev.rlvr.grader.extract;

import dev.rlvr.grader.extract.Target.Completeness;
import dev.rlvr.grader.extract.code.CodeShape;
import dev.rlvr.grader.extract.text.Lines;

/**
 * A piece of text that could be the answer, or a part of it.
 *
 * @param code ready to run, if it is complete
 * @param content as it stood in the text, indentation included
 * @param rule what is reported if it wins
 */
record Fragment(String code, String content, String rule, CodeShape.Names names, Completeness completeness) {

    static Fragment of(String content, String rule, Target target) {
        var code = Lines.trimBlank(Lines.dedent(target.shape().clean(content)));
        var names = target.shape().names(code, target.required());
        return new Fragment(code, content, rule, names, target.completeness(names));
    }

    boolean isComplete() {
        return completeness == Completeness.ALL;
    }
}
