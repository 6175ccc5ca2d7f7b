using System.Text.Json.Serialization;

namespace Kube.Api.Coordination.V1;

/// <summary>Who holds a lease and until when.</summary>
public sealed class LeaseSpec
{
    /// <summary>Who holds it; empty when nobody does.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? HolderIdentity { get; set; }

    /// <summary>Seconds after the last renewal at which others may take it.</summary>
    [ProtoField(2, IsPointer = true)]
    public int? LeaseDurationSeconds { get; set; }

    /// <summary>When the holder took it.</summary>
    [JsonConverter(typeof(MicroTimeConverter)), ProtoField(3, IsPointer = true)]
    public DateTime? AcquireTime { get; set; }

    /// <summary>When the holder last renewed it.</summary>
    [JsonConverter(typeof(MicroTimeConverter)), ProtoField(4, IsPointer = true)]
    public DateTime? RenewTime { get; set; }

    /// <summary>How often it changed hands.</summary>
    [ProtoField(5, IsPointer = true)]
    public int? LeaseTransitions { get; set; }

    /// <summary>How the next holder is chosen among candidates.</summary>
    [ProtoField(6, IsPointer = true)]
    public string? Strategy { get; set; }

    /// <summary>Who the present holder shall hand it to.</summary>
    [ProtoField(7, IsPointer = true)]
    public string? PreferredHolder { get; set; }
}
