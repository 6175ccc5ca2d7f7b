using Kube.Api.Core.V1;

namespace Kube.Kubelet.Probes;

/// <summary>The container a check or a hook is for.</summary>
internal sealed record CheckTarget(string ContainerId, Container Spec, string Address);
