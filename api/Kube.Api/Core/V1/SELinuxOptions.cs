namespace Kube.Api.Core.V1;

/// <summary>An SELinux label.</summary>
public sealed class SELinuxOptions
{
    /// <summary>User part.</summary>
    [ProtoField(1)]
    public string? User { get; set; }

    /// <summary>Role part.</summary>
    [ProtoField(2)]
    public string? Role { get; set; }

    /// <summary>Type part.</summary>
    [ProtoField(3)]
    public string? Type { get; set; }

    /// <summary>Level part.</summary>
    [ProtoField(4)]
    public string? Level { get; set; }
}
