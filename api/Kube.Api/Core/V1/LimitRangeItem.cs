namespace Kube.Api.Core.V1;

/// <summary>Bounds and defaults for one type of thing. Each map is by resource name.</summary>
public sealed class LimitRangeItem
{
    /// <summary>What is bounded: Container, Pod (the sum of its containers) or PersistentVolumeClaim.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>The most that may be asked for, or used where a limit can be set.</summary>
    [ProtoField(2)]
    public Dictionary<string, Quantity>? Max { get; set; }

    /// <summary>The least that must be asked for.</summary>
    [ProtoField(3)]
    public Dictionary<string, Quantity>? Min { get; set; }

    /// <summary>The limit of a container that names none. Default: max.</summary>
    [ProtoField(4)]
    public Dictionary<string, Quantity>? Default { get; set; }

    /// <summary>The request of a container that names none. Default: default, else min.</summary>
    [ProtoField(5)]
    public Dictionary<string, Quantity>? DefaultRequest { get; set; }

    /// <summary>How many times its request a limit may be: a bound on how much may be promised twice.</summary>
    [ProtoField(6)]
    public Dictionary<string, Quantity>? MaxLimitRequestRatio { get; set; }
}
