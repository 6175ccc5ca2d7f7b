using System.Text.Json.Serialization;

namespace Kube.Api.Coordination.V1;

public sealed class LeaseSpec
{
    [ProtoField(1, IsPointer = true)]
    public string? HolderIdentity { get; set; }

    [ProtoField(2, IsPointer = true)]
    public int? LeaseDurationSeconds { get; set; }

    [JsonConverter(typeof(MicroTimeConverter)), ProtoField(3, IsPointer = true)]
    public DateTime? AcquireTime { get; set; }

    [JsonConverter(typeof(MicroTimeConverter)), ProtoField(4, IsPointer = true)]
    public DateTime? RenewTime { get; set; }

    [ProtoField(5, IsPointer = true)]
    public int? LeaseTransitions { get; set; }

    [ProtoField(6, IsPointer = true)]
    public string? Strategy { get; set; }

    [ProtoField(7, IsPointer = true)]
    public string? PreferredHolder { get; set; }
}
