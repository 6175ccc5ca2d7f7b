namespace Kube.Api.Core.V1;

public sealed class NamespaceStatus
{
    public string? Phase { get; set; }

    [PatchMerge("type"), ListMap("type")]
    public List<NamespaceCondition>? Conditions { get; set; }
}
