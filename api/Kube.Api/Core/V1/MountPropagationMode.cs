namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>MountPropagationMode</c>; on the wire it is a string.</summary>
public static class MountPropagationMode
{
    public const string None = "None";
    public const string HostToContainer = "HostToContainer";
    public const string Bidirectional = "Bidirectional";
}
