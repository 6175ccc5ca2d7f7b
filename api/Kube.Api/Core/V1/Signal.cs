namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>Signal</c>; on the wire it is a string.</summary>
public static class Signal
{
    /// <summary>The signal SIGABRT.</summary>
    public const string SIGABRT = "SIGABRT";
    /// <summary>The signal SIGALRM.</summary>
    public const string SIGALRM = "SIGALRM";
    /// <summary>The signal SIGBUS.</summary>
    public const string SIGBUS = "SIGBUS";
    /// <summary>The signal SIGCHLD.</summary>
    public const string SIGCHLD = "SIGCHLD";
    /// <summary>The signal SIGCLD.</summary>
    public const string SIGCLD = "SIGCLD";
    /// <summary>The signal SIGCONT.</summary>
    public const string SIGCONT = "SIGCONT";
    /// <summary>The signal SIGFPE.</summary>
    public const string SIGFPE = "SIGFPE";
    /// <summary>The signal SIGHUP.</summary>
    public const string SIGHUP = "SIGHUP";
    /// <summary>The signal SIGILL.</summary>
    public const string SIGILL = "SIGILL";
    /// <summary>The signal SIGINT.</summary>
    public const string SIGINT = "SIGINT";
    /// <summary>The signal SIGIO.</summary>
    public const string SIGIO = "SIGIO";
    /// <summary>The signal SIGIOT.</summary>
    public const string SIGIOT = "SIGIOT";
    /// <summary>The signal SIGKILL.</summary>
    public const string SIGKILL = "SIGKILL";
    /// <summary>The signal SIGPIPE.</summary>
    public const string SIGPIPE = "SIGPIPE";
    /// <summary>The signal SIGPOLL.</summary>
    public const string SIGPOLL = "SIGPOLL";
    /// <summary>The signal SIGPROF.</summary>
    public const string SIGPROF = "SIGPROF";
    /// <summary>The signal SIGPWR.</summary>
    public const string SIGPWR = "SIGPWR";
    /// <summary>The signal SIGQUIT.</summary>
    public const string SIGQUIT = "SIGQUIT";
    /// <summary>The signal SIGSEGV.</summary>
    public const string SIGSEGV = "SIGSEGV";
    /// <summary>The signal SIGSTKFLT.</summary>
    public const string SIGSTKFLT = "SIGSTKFLT";
    /// <summary>The signal SIGSTOP.</summary>
    public const string SIGSTOP = "SIGSTOP";
    /// <summary>The signal SIGSYS.</summary>
    public const string SIGSYS = "SIGSYS";
    /// <summary>The signal SIGTERM.</summary>
    public const string SIGTERM = "SIGTERM";
    /// <summary>The signal SIGTRAP.</summary>
    public const string SIGTRAP = "SIGTRAP";
    /// <summary>The signal SIGTSTP.</summary>
    public const string SIGTSTP = "SIGTSTP";
    /// <summary>The signal SIGTTIN.</summary>
    public const string SIGTTIN = "SIGTTIN";
    /// <summary>The signal SIGTTOU.</summary>
    public const string SIGTTOU = "SIGTTOU";
    /// <summary>The signal SIGURG.</summary>
    public const string SIGURG = "SIGURG";
    /// <summary>The signal SIGUSR1.</summary>
    public const string SIGUSR1 = "SIGUSR1";
    /// <summary>The signal SIGUSR2.</summary>
    public const string SIGUSR2 = "SIGUSR2";
    /// <summary>The signal SIGVTALRM.</summary>
    public const string SIGVTALRM = "SIGVTALRM";
    /// <summary>The signal SIGWINCH.</summary>
    public const string SIGWINCH = "SIGWINCH";
    /// <summary>The signal SIGXCPU.</summary>
    public const string SIGXCPU = "SIGXCPU";
    /// <summary>The signal SIGXFSZ.</summary>
    public const string SIGXFSZ = "SIGXFSZ";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN = "SIGRTMIN";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN1 = "SIGRTMIN+1";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN2 = "SIGRTMIN+2";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN3 = "SIGRTMIN+3";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN4 = "SIGRTMIN+4";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN5 = "SIGRTMIN+5";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN6 = "SIGRTMIN+6";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN7 = "SIGRTMIN+7";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN8 = "SIGRTMIN+8";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN9 = "SIGRTMIN+9";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN10 = "SIGRTMIN+10";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN11 = "SIGRTMIN+11";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN12 = "SIGRTMIN+12";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN13 = "SIGRTMIN+13";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN14 = "SIGRTMIN+14";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMIN15 = "SIGRTMIN+15";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX14 = "SIGRTMAX-14";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX13 = "SIGRTMAX-13";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX12 = "SIGRTMAX-12";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX11 = "SIGRTMAX-11";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX10 = "SIGRTMAX-10";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX9 = "SIGRTMAX-9";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX8 = "SIGRTMAX-8";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX7 = "SIGRTMAX-7";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX6 = "SIGRTMAX-6";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX5 = "SIGRTMAX-5";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX4 = "SIGRTMAX-4";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX3 = "SIGRTMAX-3";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX2 = "SIGRTMAX-2";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX1 = "SIGRTMAX-1";
    /// <summary>Real-time signal.</summary>
    public const string SIGRTMAX = "SIGRTMAX";
}
