namespace Kube.Api.Core.V1;

public sealed class Container
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2)]
    public string? Image { get; set; }

    [ProtoField(3)]
    public List<string>? Command { get; set; }

    [ProtoField(4)]
    public List<string>? Args { get; set; }

    [ProtoField(5)]
    public string? WorkingDir { get; set; }

    [PatchMerge("containerPort"), ListMap("containerPort", "protocol"), ProtoField(6)]
    public List<ContainerPort>? Ports { get; set; }

    [ProtoField(19)]
    public List<EnvFromSource>? EnvFrom { get; set; }

    [PatchMerge("name"), ListMap("name"), ProtoField(7)]
    public List<EnvVar>? Env { get; set; }

    [ProtoField(8)]
    public ResourceRequirements? Resources { get; set; }

    [ProtoField(23)]
    public List<ContainerResizePolicy>? ResizePolicy { get; set; }

    [ProtoField(24, IsPointer = true)]
    public string? RestartPolicy { get; set; }

    [ProtoField(25)]
    public List<ContainerRestartRule>? RestartPolicyRules { get; set; }

    [PatchMerge("mountPath"), ListMap("mountPath"), ProtoField(9)]
    public List<VolumeMount>? VolumeMounts { get; set; }

    [PatchMerge("devicePath"), ListMap("devicePath"), ProtoField(21)]
    public List<VolumeDevice>? VolumeDevices { get; set; }

    [ProtoField(10, IsPointer = true)]
    public Probe? LivenessProbe { get; set; }

    [ProtoField(11, IsPointer = true)]
    public Probe? ReadinessProbe { get; set; }

    [ProtoField(22, IsPointer = true)]
    public Probe? StartupProbe { get; set; }

    [ProtoField(12, IsPointer = true)]
    public Lifecycle? Lifecycle { get; set; }

    [ProtoField(13)]
    public string? TerminationMessagePath { get; set; }

    [ProtoField(20)]
    public string? TerminationMessagePolicy { get; set; }

    [ProtoField(14)]
    public string? ImagePullPolicy { get; set; }

    [ProtoField(15, IsPointer = true)]
    public SecurityContext? SecurityContext { get; set; }

    [ProtoField(16)]
    public bool? Stdin { get; set; }

    [ProtoField(17)]
    public bool? StdinOnce { get; set; }

    [ProtoField(18)]
    public bool? Tty { get; set; }
}
