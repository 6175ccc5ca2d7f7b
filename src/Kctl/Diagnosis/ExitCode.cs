namespace Kctl.Diagnosis;

/// <summary>What a container's exit code says. Pure.</summary>
internal static class ExitCode
{
    /// <summary>The meaning, worded to follow "exit code 137: ".</summary>
    /// <param name="code">The code.</param>
    /// <param name="reason">The reason the kubelet gave, such as OOMKilled.</param>
    public static string Meaning(long code, string? reason) => (code, reason) switch
    {
        (_, "OOMKilled") => "killed by the kernel, because it used more memory than its limit",
        (0, _) => "it ended by itself, with success",
        (_, "ContainerCannotRun" or "StartError") => "it could not be started",
        (1, _) => "the program gave up with an error of its own",
        (2, _) => "the program gave up; shells and many programs mean a wrong argument by it",
        (125, _) => "the container engine itself failed",
        (126, _) => "the command was found but cannot be run: no permission, or not a program for this machine",
        (127, _) => "the command was not found in the image, or a library it needs is missing",
        (130, _) => "interrupted (SIGINT)",
        (134, _) => "it aborted (SIGABRT): a failed assertion, or the runtime gave up",
        (135, _) => "bad memory access (SIGBUS)",
        (136, _) => "arithmetic error (SIGFPE)",
        (137, _) => "killed (SIGKILL): it did not stop within its grace period, the machine ran out of memory, or somebody killed it",
        (139, _) => "the program crashed (SIGSEGV): a bad memory access",
        (141, _) => "it wrote to a closed pipe (SIGPIPE)",
        (143, _) => "it was told to stop (SIGTERM) and did",
        (255, _) => "the program gave up with -1, or the command's shell could not run it",
        ( > 128 and < 160, _) => $"ended by signal {code - 128}",
        _ => "the program's own code; its documentation says what it means",
    };
}
