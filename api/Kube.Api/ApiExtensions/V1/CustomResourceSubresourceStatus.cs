namespace Kube.Api.ApiExtensions.V1;

/// <summary>Turns the status subresource on by being there; it has no fields.</summary>
public sealed class CustomResourceSubresourceStatus;
