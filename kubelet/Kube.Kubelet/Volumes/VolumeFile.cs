namespace Kube.Kubelet.Volumes;

/// <summary>One file of a volume made from API objects.</summary>
/// <param name="Path">Relative to the volume.</param>
/// <param name="Content">All its bytes.</param>
/// <param name="Mode">Permission bits.</param>
internal sealed record VolumeFile(string Path, byte[] Content, int Mode);
