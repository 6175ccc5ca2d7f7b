namespace Kube.Api.Core.V1;

public sealed class ExecAction
{
    public List<string>? Command { get; set; }
}
