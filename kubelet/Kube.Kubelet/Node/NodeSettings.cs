using System.Runtime.InteropServices;
using Kube.Api.Core.V1;

namespace Kube.Kubelet.Node;

/// <summary>What the flags say of the node.</summary>
internal sealed record NodeSettings
{
    /// <summary>The Kubernetes version whose kubelet this one behaves as.</summary>
    public const string Version = "v1.36.0";

    /// <summary>The node's address; empty for its pod network's gateway.</summary>
    public string Address { get; init; } = "";

    public int Port { get; init; }

    public TimeSpan StatusFrequency { get; init; } = TimeSpan.FromSeconds(10);

    public IReadOnlyList<Taint> Taints { get; init; } = [];

    /// <summary>Labels beside the well-known ones, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>When the node's Lease is renewed.</summary>
    public required LeaseTiming Lease { get; init; }

    /// <summary>The processor's name as Go has it.</summary>
    public static string Architecture => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "amd64",
        var other => other.ToString().ToLowerInvariant(),
    };

    /// <summary>Reads <c>key=value:Effect</c> or <c>key:Effect</c>.</summary>
    public static Taint ParseTaint(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0)
        {
            throw new FormatException($"not a taint: {text} (expected key=value:effect)");
        }

        var pair = text[..colon].Split('=', 2);
        return new Taint { Key = pair[0], Value = pair.Length > 1 ? pair[1] : null, Effect = text[(colon + 1)..] };
    }
}
