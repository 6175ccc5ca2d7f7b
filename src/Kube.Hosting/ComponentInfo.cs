namespace Kube.Hosting;

/// <summary>What a process is.</summary>
/// <param name="Name">Name of the executable, also in logs.</param>
/// <param name="Summary">One sentence for <c>--help</c>.</param>
/// <param name="DefaultPort">Port of /livez, /readyz and /metrics; null for a process that serves them itself (no <c>--port</c> flags then).</param>
public sealed record ComponentInfo(string Name, string Summary, int? DefaultPort);
