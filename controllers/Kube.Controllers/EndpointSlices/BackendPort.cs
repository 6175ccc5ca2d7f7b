namespace Kube.Controllers.EndpointSlices;

/// <summary>A Service's port as one of its pods offers it. Pods with equal lists of these share slices and subsets.</summary>
internal readonly record struct BackendPort(string Name, string Protocol, int Port, string? AppProtocol);
