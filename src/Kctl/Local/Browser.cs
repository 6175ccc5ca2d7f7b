using Kctl.App;

namespace Kctl.Local;

/// <summary>The user's browser, where there is a screen and somebody before it; the address is printed everywhere.</summary>
internal sealed class Browser(Session session, bool onlyPrint)
{
    private const string Opener = "xdg-open";

    /// <summary>Prints an address and opens it.</summary>
    public async Task OpenAsync(string url)
    {
        await session.Out.WriteLineAsync(url);
        await session.Out.FlushAsync();
        if (!onlyPrint && session.Terminal.IsInteractive && HasScreen && ChildProcess.Find(Opener, session.Terminal) is { } opener)
        {
            ChildProcess.Launch(opener, [url]);
        }
    }

    private bool HasScreen => new[] { "DISPLAY", "WAYLAND_DISPLAY" }.Any(name => !string.IsNullOrEmpty(session.Terminal.Environment(name)));
}
