namespace Kube.Api.Core.V1;

public sealed class EphemeralContainer
{
    [Required]
    public string? Name { get; set; }

    public string? Image { get; set; }

    public List<string>? Command { get; set; }

    public List<string>? Args { get; set; }

    public string? WorkingDir { get; set; }

    [PatchMerge("containerPort"), ListMap("containerPort", "protocol")]
    public List<ContainerPort>? Ports { get; set; }

    public List<EnvFromSource>? EnvFrom { get; set; }

    [PatchMerge("name"), ListMap("name")]
    public List<EnvVar>? Env { get; set; }

    public ResourceRequirements? Resources { get; set; }

    public List<ContainerResizePolicy>? ResizePolicy { get; set; }

    public string? RestartPolicy { get; set; }

    public List<ContainerRestartRule>? RestartPolicyRules { get; set; }

    [PatchMerge("mountPath"), ListMap("mountPath")]
    public List<VolumeMount>? VolumeMounts { get; set; }

    [PatchMerge("devicePath"), ListMap("devicePath")]
    public List<VolumeDevice>? VolumeDevices { get; set; }

    public Probe? LivenessProbe { get; set; }

    public Probe? ReadinessProbe { get; set; }

    public Probe? StartupProbe { get; set; }

    public Lifecycle? Lifecycle { get; set; }

    public string? TerminationMessagePath { get; set; }

    public string? TerminationMessagePolicy { get; set; }

    public string? ImagePullPolicy { get; set; }

    public SecurityContext? SecurityContext { get; set; }

    public bool? Stdin { get; set; }

    public bool? StdinOnce { get; set; }

    public bool? Tty { get; set; }

    public string? TargetContainerName { get; set; }
}
