using Kube.Api.Certificates.V1;
using Kube.Controllers.CertificateCleanup;

namespace Kube.Controllers.Tests.Certificates;

public sealed class RequestAgeTests
{
    [Theory]
    [InlineData(null, 24)]
    [InlineData("Approved", 3)]
    [InlineData("Denied", 3)]
    [InlineData("Failed", 3)]
    public void End_OfARequest_IsADayOrAnHourAfterItsDecision(string? condition, int hours)
    {
        var request = Requests.Make();
        request.Status!.Conditions = condition is null ? null : [new CertificateSigningRequestCondition { Type = condition, LastUpdateTime = Given.Now.AddHours(2) }];
        Assert.Equal(Given.Now.AddHours(hours), RequestAge.End(request));
    }
}
