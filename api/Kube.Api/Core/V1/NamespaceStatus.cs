namespace Kube.Api.Core.V1;

public sealed class NamespaceStatus
{
    [ProtoField(1)]
    public string? Phase { get; set; }

    [PatchMerge("type"), ListMap("type"), ProtoField(2)]
    public List<NamespaceCondition>? Conditions { get; set; }
}
