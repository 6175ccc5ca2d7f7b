using System.Text;

namespace Kube.Hosting;

/// <summary>Named checks behind /livez and /readyz. A check returns null when all is well, else the reason in words. Checks must be quick and must not throw.</summary>
public sealed class HealthChecks
{
    private readonly Lock _lock = new();
    private readonly List<(string Name, Func<string?> Check)> _live = [];
    private readonly List<(string Name, Func<string?> Check)> _ready = [];

    /// <summary>Adds a check of /livez; it counts for /readyz too.</summary>
    public void AddLive(string name, Func<string?> check) => Add(_live, name, check);

    /// <summary>Adds a check of /readyz.</summary>
    public void AddReady(string name, Func<string?> check) => Add(_ready, name, check);

    /// <summary>Runs the checks of /livez.</summary>
    public HealthReport Live() => Report(Snapshot(_live));

    /// <summary>Runs the checks of /readyz.</summary>
    public HealthReport Ready() => Report([.. Snapshot(_live), .. Snapshot(_ready)]);

    private void Add(List<(string Name, Func<string?> Check)> checks, string name, Func<string?> check)
    {
        lock (_lock)
        {
            checks.Add((name, check));
        }
    }

    private (string Name, Func<string?> Check)[] Snapshot(List<(string Name, Func<string?> Check)> checks)
    {
        lock (_lock)
        {
            return [.. checks];
        }
    }

    private static HealthReport Report((string Name, Func<string?> Check)[] checks)
    {
        var details = new StringBuilder("[+]ping ok\n");
        var healthy = true;
        foreach (var (name, check) in checks)
        {
            var reason = check();
            healthy &= reason is null;
            details.Append(reason is null ? $"[+]{name} ok\n" : $"[-]{name} failed: {reason}\n");
        }

        return new HealthReport(healthy, details.ToString());
    }
}
