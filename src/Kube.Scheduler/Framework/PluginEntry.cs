namespace Kube.Scheduler.Framework;

/// <summary>A rule and how much its score counts.</summary>
internal sealed record PluginEntry(IPlugin Plugin, int Weight = 1);
