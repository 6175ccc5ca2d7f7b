namespace Kube.Api.Meta.V1;

public sealed class ObjectMeta
{
    [ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2)]
    public string? GenerateName { get; set; }

    [ProtoField(3)]
    public string? Namespace { get; set; }

    [ProtoField(4)]
    public string? SelfLink { get; set; }

    [ProtoField(5)]
    public string? Uid { get; set; }

    [ProtoField(6)]
    public string? ResourceVersion { get; set; }

    [ProtoField(7)]
    public long? Generation { get; set; }

    [ProtoField(8)]
    public DateTime? CreationTimestamp { get; set; }

    [ProtoField(9, IsPointer = true)]
    public DateTime? DeletionTimestamp { get; set; }

    [ProtoField(10, IsPointer = true)]
    public long? DeletionGracePeriodSeconds { get; set; }

    [ProtoField(11)]
    public Dictionary<string, string>? Labels { get; set; }

    [ProtoField(12)]
    public Dictionary<string, string>? Annotations { get; set; }

    [PatchMerge("uid"), ListMap("uid"), ProtoField(13)]
    public List<OwnerReference>? OwnerReferences { get; set; }

    [PatchMerge, ListSet, ProtoField(14)]
    public List<string>? Finalizers { get; set; }

    [ProtoField(17)]
    public List<ManagedFieldsEntry>? ManagedFields { get; set; }
}
