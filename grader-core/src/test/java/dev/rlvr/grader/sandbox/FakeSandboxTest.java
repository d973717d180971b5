package dev.rlvr.grader.sandbox;

class FakeSandboxTest implements JobContract {

    private final Sandbox sandbox = new FakeSandbox(run -> Outcomes.alone(Outcomes.printed(run.id())));

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }
}
