namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>TaintEffect</c>; on the wire it is a string.</summary>
public static class TaintEffect
{
    public const string NoSchedule = "NoSchedule";
    public const string PreferNoSchedule = "PreferNoSchedule";
    public const string NoExecute = "NoExecute";
}
