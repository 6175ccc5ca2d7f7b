namespace Kube.Api.Core.V1;

public sealed class NodeAffinity
{
    [ProtoField(1, IsPointer = true)]
    public NodeSelector? RequiredDuringSchedulingIgnoredDuringExecution { get; set; }

    [ProtoField(2)]
    public List<PreferredSchedulingTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; set; }
}
