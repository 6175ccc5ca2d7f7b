namespace Kube.Api.Core.V1;

public sealed class EphemeralContainer
{
    [Required, ProtoField(1, 1)]
    public string? Name { get; set; }

    [ProtoField(1, 2)]
    public string? Image { get; set; }

    [ProtoField(1, 3)]
    public List<string>? Command { get; set; }

    [ProtoField(1, 4)]
    public List<string>? Args { get; set; }

    [ProtoField(1, 5)]
    public string? WorkingDir { get; set; }

    [PatchMerge("containerPort"), ListMap("containerPort", "protocol"), ProtoField(1, 6)]
    public List<ContainerPort>? Ports { get; set; }

    [ProtoField(1, 19)]
    public List<EnvFromSource>? EnvFrom { get; set; }

    [PatchMerge("name"), ListMap("name"), ProtoField(1, 7)]
    public List<EnvVar>? Env { get; set; }

    [ProtoField(1, 8)]
    public ResourceRequirements? Resources { get; set; }

    [ProtoField(1, 23)]
    public List<ContainerResizePolicy>? ResizePolicy { get; set; }

    [ProtoField(1, 24, IsPointer = true)]
    public string? RestartPolicy { get; set; }

    [ProtoField(1, 25)]
    public List<ContainerRestartRule>? RestartPolicyRules { get; set; }

    [PatchMerge("mountPath"), ListMap("mountPath"), ProtoField(1, 9)]
    public List<VolumeMount>? VolumeMounts { get; set; }

    [PatchMerge("devicePath"), ListMap("devicePath"), ProtoField(1, 21)]
    public List<VolumeDevice>? VolumeDevices { get; set; }

    [ProtoField(1, 10, IsPointer = true)]
    public Probe? LivenessProbe { get; set; }

    [ProtoField(1, 11, IsPointer = true)]
    public Probe? ReadinessProbe { get; set; }

    [ProtoField(1, 22, IsPointer = true)]
    public Probe? StartupProbe { get; set; }

    [ProtoField(1, 12, IsPointer = true)]
    public Lifecycle? Lifecycle { get; set; }

    [ProtoField(1, 13)]
    public string? TerminationMessagePath { get; set; }

    [ProtoField(1, 20)]
    public string? TerminationMessagePolicy { get; set; }

    [ProtoField(1, 14)]
    public string? ImagePullPolicy { get; set; }

    [ProtoField(1, 15, IsPointer = true)]
    public SecurityContext? SecurityContext { get; set; }

    [ProtoField(1, 16)]
    public bool? Stdin { get; set; }

    [ProtoField(1, 17)]
    public bool? StdinOnce { get; set; }

    [ProtoField(1, 18)]
    public bool? Tty { get; set; }

    [ProtoField(2)]
    public string? TargetContainerName { get; set; }
}
