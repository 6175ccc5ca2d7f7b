namespace Kube.Api.Core.V1;

/// <summary>A command run inside the container.</summary>
public sealed class ExecAction
{
    /// <summary>Program and arguments; no shell is involved.</summary>
    [ProtoField(1)]
    public List<string>? Command { get; set; }
}
