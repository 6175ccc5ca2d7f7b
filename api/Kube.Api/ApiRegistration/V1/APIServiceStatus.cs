namespace Kube.Api.ApiRegistration.V1;

/// <summary>What is known of a group and version.</summary>
public sealed class APIServiceStatus
{
    /// <summary>The state as of the latest check; the type Available says whether requests can be served.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(1)]
    public List<APIServiceCondition>? Conditions { get; set; }
}
