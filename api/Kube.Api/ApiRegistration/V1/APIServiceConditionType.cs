namespace Kube.Api.ApiRegistration.V1;

/// <summary>The sides of the state of an APIService.</summary>
public static class APIServiceConditionType
{
    /// <summary>Requests can be served.</summary>
    public const string Available = "Available";
}
