using Kube.ApiServer.Routing;
using Microsoft.AspNetCore.Builder;

namespace Kube.ApiServer.OpenApi;

/// <summary>/swagger: Swagger UI over our OpenAPI document, for people who like to look and click.</summary>
internal static class SwaggerRoutes
{
    private const string Root = "swagger";

    public static void Add(PathRoutes routes, IApplicationBuilder app)
    {
        var branch = app.New();
        branch.UseSwaggerUI(options =>
        {
            options.RoutePrefix = Root;
            options.SwaggerEndpoint("/openapi/v2", "Kubernetes API");
            options.DocumentTitle = "Kubernetes API";
        });
        var serve = branch.Build();
        routes.AddPrefix("/" + Root, new PathRoute((http, _) => serve(http)));
    }
}
