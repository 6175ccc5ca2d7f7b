using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kube.Hosting;

/// <summary>What a running process gets from its surroundings.</summary>
public sealed class ComponentHost
{
    internal ComponentHost(ComponentInfo info, ILoggerFactory loggers)
    {
        Info = info;
        Loggers = loggers;
        Logger = loggers.CreateLogger(info.Name);
    }

    /// <summary>What the process is.</summary>
    public ComponentInfo Info { get; }

    /// <summary>Value of <c>--kubeconfig</c>; null when not given.</summary>
    public string? Kubeconfig { get; internal init; }

    /// <summary>Makes loggers.</summary>
    public ILoggerFactory Loggers { get; }

    /// <summary>The process's own logger.</summary>
    public ILogger Logger { get; }

    /// <summary>Checks behind /livez and /readyz.</summary>
    public HealthChecks Health { get; } = new();

    /// <summary>What the process tells of itself beyond these, by the first part of its path: gets the rest of the path, answers JSON or null for 404.</summary>
    public ConcurrentDictionary<string, Func<string, byte[]?>> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>Metrics behind /metrics.</summary>
    public Metrics Metrics { get; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; internal init; } = TimeProvider.System;

    /// <summary>Randomness; safe for concurrent use.</summary>
    public required Random Random { get; init; }
}
