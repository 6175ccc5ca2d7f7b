using Kube.Api.Core.V1;
using Kube.Controllers.AttributesClassProtection;

namespace Kube.Controllers.Tests.AttributesClassProtection;

public class AttributesClassUseTests
{
    [Theory]
    [InlineData(null, null, null, "")]
    [InlineData("", null, null, "")]
    [InlineData("gold", "gold", null, "gold")]
    [InlineData("gold", "silver", "bronze", "gold,silver,bronze")]
    public void ClassesOf_AClaim_AreWantedPresentAndComing(string? wanted, string? present, string? coming, string expected)
    {
        var claim = new PersistentVolumeClaim
        {
            Spec = new PersistentVolumeClaimSpec { VolumeAttributesClassName = wanted },
            Status = new PersistentVolumeClaimStatus
            {
                CurrentVolumeAttributesClassName = present,
                ModifyVolumeStatus = coming is null ? null : new ModifyVolumeStatus { TargetVolumeAttributesClassName = coming },
            },
        };

        Assert.Equal(expected, string.Join(',', AttributesClassUse.ClassesOf(claim)));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("gold", "gold")]
    public void ClassesOf_AVolume_IsItsOwn(string? name, string expected) =>
        Assert.Equal(expected, string.Join(',', AttributesClassUse.ClassesOf(new PersistentVolume { Spec = new PersistentVolumeSpec { VolumeAttributesClassName = name } })));
}
