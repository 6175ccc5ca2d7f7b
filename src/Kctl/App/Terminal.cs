using System.Text;
using Kctl.Streams;
using Microsoft.Win32.SafeHandles;

namespace Kctl.App;

/// <summary>Everything a command has of the world outside: its streams, the clock, the environment. Tests make their own.</summary>
internal sealed class Terminal
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Standard output as bytes. Flush <see cref="Out"/> before.</summary>
    public Func<Stream> OpenOutput { get; init; } = () => Stream.Null;

    /// <summary>Standard error as bytes.</summary>
    public Func<Stream> OpenError { get; init; } = () => Stream.Null;

    /// <summary>True where somebody types the input.</summary>
    public bool IsInputTerminal => HasInputTerminal();

    /// <summary>Finds that out.</summary>
    public Func<bool> HasInputTerminal { get; init; } = () => false;

    /// <summary>True where lines may be rewritten in place.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>True where colours are seen and wanted: on a terminal, unless NO_COLOR says otherwise.</summary>
    public bool HasColours => IsInteractive && string.IsNullOrEmpty(Environment("NO_COLOR"));

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Func<string, string?> Environment { get; init; } = _ => null;

    public string HomeFolder { get; init; } = "/";

    /// <summary>The file this program runs from; null where that cannot be told.</summary>
    public string? ProgramPath { get; init; }

    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal
        {
            Out = new StreamWriter(new DescriptorStream(1), utf8, 16 * 1024) { AutoFlush = false, NewLine = "\n" },
            Error = new StreamWriter(new DescriptorStream(2), utf8) { AutoFlush = true, NewLine = "\n" },
            OpenInput = OpenStandardInput,
            OpenOutput = () => new DescriptorStream(1),
            OpenError = () => new DescriptorStream(2),
            HasInputTerminal = () => NativeTerminal.IsInputTerminal,
            IsInteractive = !Console.IsOutputRedirected && System.Environment.GetEnvironmentVariable("TERM") is not (null or "dumb"),
            Environment = System.Environment.GetEnvironmentVariable,
            HomeFolder = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile),
            ProgramPath = System.Environment.ProcessPath,
        };
    }

    /// <summary>Not the console's own: that edits lines itself, which a program at the other end of a connection must be able to do.</summary>
    private static FileStream OpenStandardInput() => new(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, 0, isAsync: false);
}
