namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>What every rule has, with names of objects or without.</summary>
internal sealed record RuleFacts(IReadOnlyList<string> Operations, IReadOnlyList<string> ApiGroups, IReadOnlyList<string> ApiVersions, IReadOnlyList<string> Resources, string? Scope);
