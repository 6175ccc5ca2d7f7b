using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Tests;

/// <summary>Volumes, claims and classes of storage: what they get by default, which rules they keep, what may change later, and their columns.</summary>
public class StorageTests
{
    private const string Claim = "persistentvolumeclaims";
    private const string Volume = "persistentvolumes";
    private const string Class = "storageclasses.storage.k8s.io";
    private const string Attributes = "volumeattributesclasses.storage.k8s.io";
    private const string Attachment = "volumeattachments.storage.k8s.io";
    private const string Driver = "csidrivers.storage.k8s.io";
    private const string Node = "csinodes.storage.k8s.io";
    private const string Capacity = "csistoragecapacities.storage.k8s.io";
    private const string Bound = "spec.volumeName = \"v\"; status = {\"phase\":\"Bound\",\"capacity\":{\"storage\":\"1Gi\"}}";
    private const string Csi = "spec.hostPath = ; spec.csi = {\"driver\":\"d.example.com\",\"volumeHandle\":\"h\"}";

    [Theory]
    [InlineData(Claim, "", "spec.volumeMode", "Filesystem")]
    [InlineData(Claim, "", "status", "{\"phase\":\"Pending\"}")]
    [InlineData(Volume, "", "spec.volumeMode", "Filesystem")]
    [InlineData(Volume, "", "spec.persistentVolumeReclaimPolicy", "Retain")]
    [InlineData(Volume, "", "spec.hostPath.type", "")]
    [InlineData(Volume, "", "status", "{\"phase\":\"Pending\"}")]
    [InlineData(Volume, "spec.rbd = {\"monitors\":[\"m\"],\"image\":\"i\"}", "spec.rbd", "{\"monitors\":[\"m\"],\"image\":\"i\",\"pool\":\"rbd\",\"user\":\"admin\",\"keyring\":\"/etc/ceph/keyring\"}")]
    [InlineData(Volume, "spec.iscsi = {\"lun\":1}", "spec.iscsi.iscsiInterface", "default")]
    [InlineData(Volume, "spec.azureDisk = {}", "spec.azureDisk", "{\"cachingMode\":\"ReadWrite\",\"fsType\":\"ext4\",\"readOnly\":false,\"kind\":\"Shared\"}")]
    [InlineData("pods", "spec.volumes = [{\"name\":\"v\",\"scaleIO\":{}}]", "spec.volumes.0.scaleIO", "{\"storageMode\":\"ThinProvisioned\",\"fsType\":\"xfs\"}")]
    [InlineData("pods", "spec.volumes = [{\"name\":\"v\",\"ephemeral\":{\"volumeClaimTemplate\":{\"spec\":{}}}}]", "spec.volumes.0.ephemeral.volumeClaimTemplate.spec.volumeMode", "Filesystem")]
    [InlineData(Class, "", "reclaimPolicy", "Delete")]
    [InlineData(Class, "", "volumeBindingMode", "Immediate")]
    [InlineData(Class, "", "allowVolumeExpansion", null)]
    [InlineData(Driver, "", "spec", "{\"attachRequired\":true,\"podInfoOnMount\":false,\"volumeLifecycleModes\":[\"Persistent\"],\"storageCapacity\":false,\"fsGroupPolicy\":\"ReadWriteOnceWithFSType\",\"requiresRepublish\":false,\"seLinuxMount\":false}")]
    public void Default_AbsentField_IsFilled(string kind, string change, string path, string? expected) => Assert.Equal(expected, Manifest.At(Manifest.Read(kind, change), path));

    [Theory]
    [InlineData("spec.accessModes = []", "spec.accessModes: Required value: at least 1 access mode is required")]
    [InlineData("spec.accessModes = [\"Often\"]", "spec.accessModes: Unsupported value: \"Often\": supported values: \"ReadOnlyMany\", \"ReadWriteMany\", \"ReadWriteOnce\", \"ReadWriteOncePod\"")]
    [InlineData("spec.accessModes = [\"ReadWriteOncePod\",\"ReadOnlyMany\"]", "spec.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes")]
    [InlineData("spec.resources = {}", "spec.resources[storage]: Required value")]
    [InlineData("spec.resources.requests.storage = \"0\"", "spec.resources[storage]: Invalid value: \"0\": must be greater than zero")]
    [InlineData("spec.storageClassName = \"A b\"", "spec.storageClassName: Invalid value: \"A b\": a lowercase RFC 1123 subdomain")]
    [InlineData("spec.volumeMode = \"Tape\"", "spec.volumeMode: Unsupported value: \"Tape\": supported values: \"Block\", \"Filesystem\"")]
    [InlineData("spec.dataSource = {\"kind\":\"Pod\",\"name\":\"p\"}", "spec.dataSource: Invalid value: \"Pod\": must be 'PersistentVolumeClaim' when referencing the default apiGroup")]
    [InlineData("spec.dataSourceRef = {\"apiGroup\":\"example.com\",\"kind\":\"Picture\"}", "spec.dataSourceRef.name: Required value")]
    [InlineData("spec.dataSource = {\"kind\":\"PersistentVolumeClaim\",\"name\":\"a\"}; spec.dataSourceRef = {\"kind\":\"PersistentVolumeClaim\",\"name\":\"b\"}", "spec: Invalid value: \"spec.dataSource\": must match dataSourceRef")]
    public void ClaimRules(string change, string expected) => Expect(Claim, change, expected);

    [Theory]
    [InlineData("spec.accessModes = []", "spec.accessModes: Required value")]
    [InlineData("spec.capacity = {}", "spec.capacity: Required value")]
    [InlineData("spec.capacity = {\"storage\":\"1\",\"cpu\":\"1\"}", "spec.capacity: Unsupported value: {\"storage\":\"1\",\"cpu\":\"1\"}: supported values: \"storage\"")]
    [InlineData("spec.capacity = {\"storage\":\"-1\"}", "spec.capacity[storage]: Invalid value: \"-1\": must be greater than zero")]
    [InlineData("spec.persistentVolumeReclaimPolicy = \"Burn\"", "spec.persistentVolumeReclaimPolicy: Unsupported value: \"Burn\": supported values: \"Delete\", \"Recycle\", \"Retain\"")]
    [InlineData("spec.hostPath = ", "spec: Required value: must specify a volume type")]
    [InlineData("spec.nfs = {\"server\":\"s\",\"path\":\"/\"}", "spec.nfs: Forbidden: may not specify more than 1 volume type")]
    [InlineData("spec.hostPath.path = \"/a/../b\"", "spec.hostPath.path: Invalid value: \"/a/../b\": must not contain '..'")]
    [InlineData("spec.hostPath.path = \"/\"; spec.persistentVolumeReclaimPolicy = \"Recycle\"", "spec.persistentVolumeReclaimPolicy: Forbidden: may not be 'recycle' for a hostPath mount of '/'")]
    [InlineData("spec.hostPath = ; spec.local = {\"path\":\"/dev/x\"}", "spec.nodeAffinity: Required value: Local volume requires node affinity")]
    [InlineData("spec.nodeAffinity = {}", "spec.nodeAffinity.required: Required value: must specify required node constraints")]
    [InlineData("spec.nodeAffinity.required.nodeSelectorTerms = []", "spec.nodeAffinity.required.nodeSelectorTerms: Required value: must have at least one node selector term")]
    [InlineData("spec.volumeAttributesClassName = \"gold\"", "spec.csi: Required value: has to be specified when using volumeAttributesClassName")]
    [InlineData("spec.hostPath = ; spec.csi = {\"driver\":\"d\"}", "spec.csi.volumeHandle: Required value")]
    [InlineData(Csi + "; spec.csi.nodeStageSecretRef = {\"name\":\"s\"}", "spec.csi.nodeStageSecretRef.namespace: Required value")]
    public void VolumeRules(string change, string expected) => Expect(Volume, change, expected);

    [Theory]
    [InlineData("nfs", "{\"server\":\"s\",\"path\":\"p\"}", ".path: Invalid value: \"p\": must be an absolute path")]
    [InlineData("gcePersistentDisk", "{\"pdName\":\"d\",\"partition\":256}", ".partition: Invalid value: 256: must be between 0 and 255, inclusive")]
    [InlineData("awsElasticBlockStore", "{}", ".volumeID: Required value")]
    [InlineData("iscsi", "{\"targetPortal\":\"p\",\"iqn\":\"what\",\"lun\":0}", ".iqn: Invalid value: \"what\": must be valid format starting with iqn, eui, or naa")]
    [InlineData("iscsi", "{\"targetPortal\":\"p\",\"iqn\":\"iqn.2001-04.com.example:x\",\"lun\":0,\"chapAuthSession\":true}", ".secretRef: Required value")]
    [InlineData("fc", "{}", ".targetWWNs: Required value: must specify either targetWWNs or wwids, but not both")]
    [InlineData("fc", "{\"targetWWNs\":[\"w\"]}", ".lun: Required value: lun is required if targetWWNs is specified")]
    [InlineData("rbd", "{\"image\":\"i\"}", ".monitors: Required value")]
    [InlineData("cephfs", "{}", ".monitors: Required value")]
    [InlineData("cinder", "{}", ".volumeID: Required value")]
    [InlineData("glusterfs", "{\"path\":\"p\"}", ".endpoints: Required value")]
    [InlineData("flocker", "{}", ": Required value: one of datasetName and datasetUUID is required")]
    [InlineData("quobyte", "{\"registry\":\"host\",\"volume\":\"v\"}", ".registry: Invalid value: \"host\": must be a host:port pair or multiple pairs separated by commas")]
    [InlineData("azureFile", "{\"shareName\":\"s\"}", ".secretName: Required value")]
    [InlineData("azureDisk", "{\"diskName\":\"d\",\"diskURI\":\"x\",\"kind\":\"Shared\"}", ".diskURI: Unsupported value: \"x\"")]
    [InlineData("vsphereVolume", "{}", ".volumePath: Required value")]
    [InlineData("photonPersistentDisk", "{}", ".pdID: Required value")]
    [InlineData("portworxVolume", "{}", ".volumeID: Required value")]
    [InlineData("scaleIO", "{\"gateway\":\"g\",\"system\":\"s\",\"secretRef\":{\"name\":\"s\"}}", ".volumeName: Required value")]
    [InlineData("flexVolume", "{\"driver\":\"d\",\"options\":{\"kubernetes.io/x\":\"y\"}}", ".options[kubernetes.io/x]: Invalid value: \"kubernetes.io/x\": kubernetes.io and k8s.io namespaces are reserved")]
    [InlineData("storageos", "{}", ".volumeName: Required value")]
    [InlineData("csi", "{\"driver\":\"a b\",\"volumeHandle\":\"h\"}", ".driver: Invalid value: \"a b\": a lowercase RFC 1123 subdomain")]
    public void Source_HasTheSameRules_InPodsAndInVolumes(string source, string json, string expected)
    {
        Expect(Volume, $"spec.hostPath = ; spec.{source} = {json}", $"spec.{source}{expected}");
        Expect("pods", $"spec.volumes = [{{\"name\":\"v\",\"{source}\":{json.Replace(",\"volumeHandle\":\"h\"", "", StringComparison.Ordinal)}}}]", $"spec.volumes[0].{source}{expected}");
    }

    [Theory]
    [InlineData(Class, "provisioner = ", "provisioner: Required value")]
    [InlineData(Class, "reclaimPolicy = \"Recycle\"", "reclaimPolicy: Unsupported value: \"Recycle\": supported values: \"Delete\", \"Retain\"")]
    [InlineData(Class, "volumeBindingMode = \"Later\"", "volumeBindingMode: Unsupported value: \"Later\": supported values: \"Immediate\", \"WaitForFirstConsumer\"")]
    [InlineData(Class, "parameters = {\"\":\"x\"}", "parameters: Invalid value: \"\": field can not be empty.")]
    [InlineData(Class, "allowedTopologies = [{\"matchLabelExpressions\":[{\"key\":\"zone\",\"values\":[]}]}]", "allowedTopologies[0].matchLabelExpressions[0].values: Required value")]
    [InlineData(Attributes, "parameters = {}", "parameters: Required value: must contain at least one key/value pair")]
    [InlineData(Attachment, "spec.source = {}", "spec.source: Required value: must specify exactly one of inlineVolumeSpec and persistentVolumeName")]
    [InlineData(Attachment, "spec.attacher = ", "spec.attacher: Required value")]
    [InlineData(Attachment, "spec.source = {\"inlineVolumeSpec\":{\"accessModes\":[\"ReadWriteOnce\"],\"capacity\":{\"storage\":\"1\"},\"csi\":{\"driver\":\"d\",\"volumeHandle\":\"h\"}}}", "spec.source.inlineVolumeSpec.capacity: Forbidden: may not be specified in the context of inline volumes")]
    [InlineData(Driver, "spec.volumeLifecycleModes = [\"Eternal\"]", "spec.volumeLifecycleModes: Unsupported value: \"Eternal\": supported values: \"Ephemeral\", \"Persistent\"")]
    [InlineData(Driver, "spec.tokenRequests = [{\"audience\":\"a\"},{\"audience\":\"a\"}]", "spec.tokenRequests[1].audience: Duplicate value: \"a\"")]
    [InlineData(Driver, "spec.tokenRequests = [{\"audience\":\"a\",\"expirationSeconds\":5}]", "spec.tokenRequests[0].expirationSeconds: Invalid value: 5: may not specify a duration less than 10 minutes")]
    [InlineData(Driver, "spec.nodeAllocatableUpdatePeriodSeconds = 1", "spec.nodeAllocatableUpdatePeriodSeconds: Invalid value: 1: must be greater than or equal to 10 seconds")]
    [InlineData(Node, "spec.drivers.0.nodeID = ", "spec.drivers[0].nodeID: Required value")]
    [InlineData(Node, "spec.drivers.1 = {\"name\":\"disks.example.com\",\"nodeID\":\"i\"}", "spec.drivers[1].name: Duplicate value: \"disks.example.com\"")]
    [InlineData(Node, "spec.drivers.0.allocatable = {\"count\":-1}", "spec.drivers[0].allocatable.count: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(Capacity, "storageClassName = ", "storageClassName: Invalid value: \"\": a lowercase RFC 1123 subdomain")]
    [InlineData(Capacity, "capacity = \"-1\"", "capacity: Invalid value: \"-1\": must be greater than or equal to 0")]
    public void OtherRules(string kind, string change, string expected) => Expect(kind, change, expected);

    [Theory]
    [InlineData(Claim, "", "spec.resources.requests.storage = \"2Gi\"", "spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims")]
    [InlineData(Claim, Bound, "spec.volumeName = \"w\"", "spec: Forbidden: spec is immutable")]
    [InlineData(Claim, Bound, "spec.volumeName = \"v\"; spec.resources.requests.storage = \"512Mi\"", "spec.resources.requests.storage: Forbidden: field can not be less than status.capacity")]
    [InlineData(Claim, "spec.storageClassName = \"a\"", "spec.storageClassName = \"b\"", "spec: Forbidden: spec is immutable")]
    [InlineData(Claim, "spec.volumeAttributesClassName = \"a\"; status.currentVolumeAttributesClassName = \"a\"", "", "spec.volumeAttributesClassName: Forbidden: update to nil is forbidden when status.currentVolumeAttributesClassName is not nil")]
    [InlineData(Volume, "", "spec.hostPath.path = \"/other\"", "spec.persistentvolumesource: Forbidden: spec.persistentvolumesource is immutable after creation")]
    [InlineData(Volume, "", "spec.volumeMode = \"Block\"", "volumeMode: Invalid value: \"Block\": field is immutable")]
    [InlineData(Class, "", "parameters = {\"kind\":\"hdd\"}", "parameters: Forbidden: updates to parameters are forbidden.")]
    [InlineData(Class, "", "provisioner = \"other\"", "provisioner: Forbidden: updates to provisioner are forbidden.")]
    [InlineData(Class, "", "reclaimPolicy = \"Retain\"", "reclaimPolicy: Forbidden: updates to reclaimPolicy are forbidden.")]
    [InlineData(Class, "", "volumeBindingMode = \"WaitForFirstConsumer\"", "volumeBindingMode: Invalid value: \"WaitForFirstConsumer\": field is immutable")]
    [InlineData(Attributes, "", "driverName = \"x\"", "driverName: Forbidden: updates to driverName are forbidden.")]
    [InlineData(Attachment, "", "spec.nodeName = \"m\"", "spec: Invalid value: {\"attacher\":\"disks.example.com\",\"source\":{\"persistentVolumeName\":\"v\"},\"nodeName\":\"m\"}: field is immutable")]
    [InlineData(Driver, "", "spec.attachRequired = false", "spec.attachedRequired: Invalid value: false: field is immutable")]
    [InlineData(Node, "", "spec.drivers.0.nodeID = \"i-2\"", "CSINodeDriver: Invalid value: {")]
    [InlineData(Capacity, "", "storageClassName = \"slow\"", "storageClassName: Invalid value: \"slow\": field is immutable")]
    public void Update(string kind, string before, string after, string expected)
    {
        var error = Assert.Single(Manifest.ErrorsOfUpdate(kind, before, after));

        Assert.StartsWith(expected, error.ToString());
    }

    [Theory]
    [InlineData(Claim, "", "spec.volumeName = \"v\"")]
    [InlineData(Claim, "", "spec.storageClassName = \"taken-later\"")]
    [InlineData(Claim, "metadata.annotations = {\"volume.beta.kubernetes.io/storage-class\":\"a\"}", "spec.storageClassName = \"a\"")]
    [InlineData(Claim, Bound, "spec.volumeName = \"v\"; spec.resources.requests.storage = \"2Gi\"")]
    [InlineData(Claim, Bound, "spec.volumeName = \"v\"; spec.volumeAttributesClassName = \"gold\"")]
    [InlineData(Volume, "", "spec.claimRef = {\"namespace\":\"ns\",\"name\":\"c\"}")]
    [InlineData(Volume, "", "spec.persistentVolumeReclaimPolicy = \"Delete\"")]
    [InlineData(Volume, Csi, Csi + "; spec.csi.controllerExpandSecretRef = {\"name\":\"s\",\"namespace\":\"n\"}")]
    [InlineData(Class, "", "allowVolumeExpansion = true")]
    [InlineData(Driver, "", "spec.podInfoOnMount = true")]
    [InlineData(Node, "", "spec.drivers = []")]
    [InlineData(Node, "", "spec.drivers.0.allocatable = {\"count\":5}")]
    [InlineData(Capacity, "", "capacity = \"1Gi\"")]
    public void Update_OfWhatMayChange_HasNoErrors(string kind, string before, string after) => Assert.Empty(Manifest.ErrorsOfUpdate(kind, before, after));

    [Theory]
    [InlineData("spec.dataSource = {\"kind\":\"PersistentVolumeClaim\",\"name\":\"a\"}", "PersistentVolumeClaim/a", "PersistentVolumeClaim/a")]
    [InlineData("spec.dataSourceRef = {\"apiGroup\":\"example.com\",\"kind\":\"Picture\",\"name\":\"a\"}", "Picture/a", "Picture/a")]
    [InlineData("spec.dataSource = {\"apiGroup\":\"example.com\",\"kind\":\"Picture\",\"name\":\"a\"}", "/", "/")]
    [InlineData("spec.dataSourceRef = {\"kind\":\"PersistentVolumeClaim\",\"name\":\"a\",\"namespace\":\"other\"}", "PersistentVolumeClaim/a", "PersistentVolumeClaim/a")]
    public void Create_OfAClaim_FillsEachSourceFromTheOther(string change, string source, string reference)
    {
        var claim = (PersistentVolumeClaim)Manifest.Read(Claim, change + "; status.phase = \"Bound\"");

        Manifest.ResourceOf(Claim).PrepareForCreate(claim);

        Assert.Equal(source, $"{claim.Spec?.DataSource?.Kind}/{claim.Spec?.DataSource?.Name}");
        Assert.Equal(reference, $"{claim.Spec?.DataSourceRef?.Kind}/{claim.Spec?.DataSourceRef?.Name}");
        Assert.Null(claim.Spec?.DataSourceRef?.Namespace);
        Assert.Equal("{\"phase\":\"Pending\"}", Manifest.At(claim, "status"));
    }

    [Theory]
    [InlineData("Pending", null, "")]
    [InlineData("Available", null, "2026-01-02T03:04:05Z")]
    [InlineData("Available", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z")]
    public void PhaseOfAVolume_Entered_IsStamped(string phase, string? given, string expected)
    {
        var (old, obj) = (Manifest.Read(Volume), (PersistentVolume)Manifest.Read(Volume, $"status.phase = \"{phase}\""));
        obj.Status!.LastPhaseTransitionTime = given is null ? null : DateTime.Parse(given, null, System.Globalization.DateTimeStyles.AdjustToUniversal);

        Manifest.ResourceOf(Volume).Stamp(obj, old, new Writer("u", null, [], new Dictionary<string, IReadOnlyList<string>>(), Manifest.Now));

        Assert.Equal(expected, obj.Status.LastPhaseTransitionTime?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") ?? "");
    }

    [Fact]
    public void Generation_OfADriver_CountsChanges()
    {
        var resource = Manifest.ResourceOf(Driver);
        var (old, obj) = (Manifest.Read(Driver), Manifest.Read(Driver, "spec.podInfoOnMount = true"));
        resource.PrepareForCreate(old);
        resource.PrepareForUpdate(obj, old);

        Assert.Null(old.Metadata!.Generation);
        Assert.Equal(1, obj.Metadata!.Generation);
    }

    [Theory]
    [InlineData(Claim, "", "c|Pending|||||<unset>|<unknown>|Filesystem")]
    [InlineData(Claim, Bound + "; status.accessModes = [\"ReadOnlyMany\",\"ReadWriteOnce\"]; spec.storageClassName = \"fast\"", "c|Bound|v|1Gi|RWO,ROX|fast|<unset>|<unknown>|Filesystem")]
    [InlineData(Volume, "spec.claimRef = {\"namespace\":\"ns\",\"name\":\"c\"}; status.phase = \"Bound\"", "v|1Gi|RWO|Retain|Bound|ns/c||<unset>||<unknown>|Filesystem")]
    [InlineData(Volume, "metadata.deletionTimestamp = \"2026-01-01T00:00:00Z\"", "v|1Gi|RWO|Retain|Terminating|||<unset>||<unknown>|Filesystem")]
    [InlineData(Class, "", "fast|example.com/disks|Delete|Immediate|False|<unknown>")]
    [InlineData(Class, "metadata.annotations = {\"storageclass.kubernetes.io/is-default-class\":\"true\"}", "fast (default)|example.com/disks|Delete|Immediate|False|<unknown>")]
    [InlineData(Attributes, "", "gold|disks.example.com|<unknown>")]
    [InlineData(Attachment, "status.attached = true", "a|disks.example.com|v|n|True|<unknown>")]
    [InlineData(Driver, "spec.tokenRequests = [{\"audience\":\"vault\"}]", "disks.example.com|True|False|False|vault|False|Persistent|<unknown>")]
    [InlineData(Node, "", "n|1|<unknown>")]
    [InlineData(Capacity, "", "c|fast|10Gi")]
    public void Cells(string kind, string change, string expected) =>
        Assert.Equal(expected,
            string.Join('|', Manifest.ResourceOf(kind).Cells(Manifest.Read(kind, change), Manifest.Now)));

    [Theory]
    [InlineData(Claim, "spec.resources.requests.storage = \"1500m\"", "spec.resources.requests[storage]: fractional byte value \"1500m\" is invalid, must be an integer")]
    [InlineData(Claim, "metadata.annotations = {\"volume.beta.kubernetes.io/storage-class\":\"a\"}", "metadata.annotations[volume.beta.kubernetes.io/storage-class]: deprecated since v1.8; use \"storageClassName\" attribute instead")]
    [InlineData(Volume, "spec.glusterfs = {}", "spec.glusterfs: deprecated in v1.25, non-functional in v1.26+")]
    public void Warnings(string kind, string change, string expected) => Assert.Equal([expected], Manifest.ResourceOf(kind).Warnings(Manifest.Read(kind, change)));

    private static void Expect(string kind, string change, string expected)
    {
        var error = Assert.Single(Manifest.ErrorsOfCreate(kind, change));

        Assert.StartsWith(expected, error.ToString());
    }
}
