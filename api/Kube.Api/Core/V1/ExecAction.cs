namespace Kube.Api.Core.V1;

public sealed class ExecAction
{
    [ProtoField(1)]
    public List<string>? Command { get; set; }
}
