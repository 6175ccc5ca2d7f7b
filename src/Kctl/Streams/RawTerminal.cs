using System.Runtime.InteropServices;
using Kube.Client.Streaming;

namespace Kctl.Streams;

/// <summary>The user's terminal lent to a remote command: every key goes there, and its size as it changes. Disposing gives it back as it was.</summary>
internal sealed class RawTerminal : IDisposable
{
    private readonly byte[]? _before;
    private PosixSignalRegistration? _resized;
    private int _restored;

    private RawTerminal(byte[]? before) => _before = before;

    /// <summary>Takes the terminal over. It is given back at the end of the process at the latest.</summary>
    public static RawTerminal Take()
    {
        var terminal = new RawTerminal(NativeTerminal.Settings());
        AppDomain.CurrentDomain.ProcessExit += terminal.OnExit;
        if (terminal._before is { } settings)
        {
            NativeTerminal.MakeRaw(settings);
        }

        return terminal;
    }

    /// <summary>The size now.</summary>
    public static TerminalSize? Size => NativeTerminal.Size() is var (width, height) ? new TerminalSize(width, height) : null;

    /// <summary>Calls back whenever the size has changed.</summary>
    public void OnResize(Action<TerminalSize> changed) => _resized = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ =>
    {
        if (Size is { } size)
        {
            changed(size);
        }
    });

    public void Dispose()
    {
        _resized?.Dispose();
        Restore();
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
    }

    private void OnExit(object? sender, EventArgs e) => Restore();

    private void Restore()
    {
        if (_before is not null && Interlocked.Exchange(ref _restored, 1) == 0)
        {
            NativeTerminal.Apply(_before);
        }
    }
}
